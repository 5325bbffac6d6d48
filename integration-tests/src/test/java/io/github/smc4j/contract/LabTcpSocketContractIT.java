package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;

@Tag("lab")
class LabTcpSocketContractIT extends TcpSocketContractIT {}
