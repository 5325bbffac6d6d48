/** What the public types are made of. Not API: anything here may change in any release. */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.internal;
