package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** The two ends of a connection. */
record Dialogue(Connection here, Peer.Conversation there) {
  Dialogue insistOn(Nature nature) throws IOException {
    assertThat(here.nature()).as("this end").isEqualTo(nature);
    assertThat(there.protocol()).as("the peer's end").isEqualTo(nature.protocol());
    return this;
  }
}
