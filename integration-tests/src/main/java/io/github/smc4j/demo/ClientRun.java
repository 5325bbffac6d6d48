package io.github.smc4j.demo;

import java.time.Duration;
import java.util.List;

/**
 * What one client did.
 *
 * @param links its connections to the server
 * @param tally of what it moved
 * @param time it took for that
 */
record ClientRun(List<ObservedLink> links, Tally tally, Duration time) {}
