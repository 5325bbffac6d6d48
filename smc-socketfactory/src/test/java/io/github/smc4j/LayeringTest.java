package io.github.smc4j;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.github.smc4j",
    importOptions = {DoNotIncludeTests.class, LayeringTest.OfTheCore.class})
class LayeringTest {
  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_FROM_THE_API_TO_THE_KERNEL =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("api")
          .definedBy("io.github.smc4j", "io.github.smc4j.netty..")
          .layer("conversion")
          .definedBy("io.github.smc4j.internal")
          .layer("policy")
          .definedBy("io.github.smc4j.internal.policy")
          .layer("netlink")
          .definedBy("io.github.smc4j.internal.netlink")
          .layer("jdk")
          .definedBy("io.github.smc4j.internal.jdk")
          .layer("kernel")
          .definedBy("io.github.smc4j.internal.kernel")
          .whereLayer("conversion")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("api", "conversion")
          .whereLayer("netlink")
          .mayOnlyBeAccessedByLayers("api", "conversion")
          .whereLayer("jdk")
          .mayOnlyBeAccessedByLayers("api", "conversion")
          .whereLayer("kernel")
          .mayOnlyBeAccessedByLayers("api", "conversion", "netlink");

  @ArchTest
  static final ArchRule THE_CORE_NEEDS_ONLY_THE_JDK_AND_TYPESAFE_CONFIG_BESIDE_NETTY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.smc4j..",
              "java..",
              "javax.net..",
              "com.typesafe.config..",
              "io.netty..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule NETTY_IS_NEEDED_BY_ITS_CHANNELS_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.smc4j.netty..")
          .and()
          .doNotHaveSimpleName("NettyInspection")
          .and()
          .doNotHaveSimpleName("UnixInspection")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule ONLY_POLICY_READS_CONFIGURATION_FILES =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.smc4j.internal.policy")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.typesafe.config..");

  private static final DescribedPredicate<JavaClass> INTERNAL =
      resideInAPackage("io.github.smc4j.internal..");

  @ArchTest
  static final ArchRule PUBLIC_TYPES_SHOW_NO_INTERNAL_ONES =
      codeUnits()
          .that()
          .areDeclaredInClassesThat(
              resideInAnyPackage("io.github.smc4j", "io.github.smc4j.netty").and(modifier(PUBLIC)))
          .and()
          .areNotPrivate()
          .and()
          .areNotPackagePrivate()
          .should()
          .notHaveRawReturnType(INTERNAL)
          .andShould()
          .notHaveRawParameterTypes(anyElementThat(INTERNAL));

  /** Where the tests of all modules run together, the other modules are no part of the core. */
  static final class OfTheCore implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return location.contains("/smc-socketfactory");
    }
  }
}
