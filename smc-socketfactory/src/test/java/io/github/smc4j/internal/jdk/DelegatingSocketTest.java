package io.github.smc4j.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.Socket;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever method of a socket this JDK has, the other socket answers it. */
class DelegatingSocketTest {
  @TestFactory
  Stream<DynamicTest> everyMethodOfASocket_isDelegated() {
    return Arrays.stream(Socket.class.getMethods())
        .filter(method -> method.getDeclaringClass() == Socket.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(method -> DynamicTest.dynamicTest(method.toString(), () -> assertDelegated(method)));
  }

  private static void assertDelegated(Method method) throws NoSuchMethodException {
    Class<?> declaring =
        DelegatingSocket.class
            .getMethod(method.getName(), method.getParameterTypes())
            .getDeclaringClass();
    assertThat(declaring).isEqualTo(DelegatingSocket.class);
  }
}
