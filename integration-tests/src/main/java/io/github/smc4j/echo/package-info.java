/** A gRPC service, and programs that serve and call it as any application does. */
@NullMarked
package io.github.smc4j.echo;

import org.jspecify.annotations.NullMarked;
