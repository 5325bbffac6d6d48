package io.github.smc4j.jdbc;

import io.github.smc4j.Link;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
@Tag("once")
class SqlServerLoginOverSmcdIT extends SqlServerLoginContract {
  SqlServerLoginOverSmcdIT() {
    super(Link.Kind.SMC_D);
  }

  @Test
  void constructorArg_requiresSmc() throws Exception {
    assertLogin(Map.of("socketFactoryConstructorArg", "smc.mode=require"), Link.Kind.SMC_D);
  }

  @Test
  void constructorArg_switchesSmcOff() throws Exception {
    assertLogin(Map.of("socketFactoryConstructorArg", "smc.mode=off"), Link.Kind.TCP);
  }
}
