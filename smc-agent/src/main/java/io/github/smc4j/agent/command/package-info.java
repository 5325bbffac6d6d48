/** The command {@code smc4j}, one class for each of its subcommands. */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.agent.command;
