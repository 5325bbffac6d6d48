package io.github.smc4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.Syscalls;

@AnalyzeClasses(packages = "io.github.smc4j", importOptions = DoNotIncludeTests.class)
class LayeringOfAdaptersTest {
  /** The shaded copy of gRPC's has the core's channel types in it. */
  private static final String[] ADAPTERS = {
    "io.github.smc4j.kafka..",
    "io.github.smc4j.jdbc..",
    "io.github.smc4j.grpc",
    "io.github.smc4j.cassandra.."
  };

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NO_ADAPTER =
      noClasses()
          .that()
          .resideInAnyPackage("io.github.smc4j", "io.github.smc4j.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ADAPTERS);

  @ArchTest
  static final ArchRule ADAPTERS_LEAVE_THE_KERNEL_TO_THE_CORE =
      noClasses()
          .that()
          .resideInAnyPackage(ADAPTERS)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Syscalls.class, Conversion.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.github.smc4j.internal.netlink..");
}
