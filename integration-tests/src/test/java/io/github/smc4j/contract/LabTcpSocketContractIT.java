package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;

@Tag("lab")
@Tag("once")
class LabTcpSocketContractIT extends TcpSocketContractIT {}
