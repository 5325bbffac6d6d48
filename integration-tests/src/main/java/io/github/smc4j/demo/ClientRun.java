package io.github.smc4j.demo;

import java.time.Duration;
import java.util.List;

/**
 * What one client did.
 *
 * @param links its connections to the broker
 * @param records how many of the records it moved
 * @param time it took for them
 */
record ClientRun(List<ObservedLink> links, int records, Duration time) {}
