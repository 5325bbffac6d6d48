package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** The two ends of a connection. */
record Dialogue(Connection here, Peer.Conversation there) {
  Dialogue insistOn(Nature nature) throws IOException {
    assertThat(here.nature()).as("what this end runs on").isEqualTo(nature);
    assertThat(there.nature()).as("what the peer's end runs on").isEqualTo(nature);
    return this;
  }
}
