package io.github.smc4j.netty;

class NettyCancelOnTcpIT extends NettyCancelContract {}
