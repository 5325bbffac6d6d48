package io.github.smc4j.netty;

import org.junit.jupiter.api.Tag;

@Tag("lab")
class NettyCancelOverSmcdIT extends NettyCancelContract {}
