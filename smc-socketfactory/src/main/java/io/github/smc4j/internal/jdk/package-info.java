/** What has to be read out of the JDK. Not API. */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.internal.jdk;
