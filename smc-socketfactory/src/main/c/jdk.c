/*
 * Reads of JDK internals. JNI needs no --add-opens for them. A JDK that has no such class, field or method answers with
 * its NoSuchFieldError, NoSuchMethodError or NoClassDefFoundError, which the Java side turns into "not available".
 */
#include <stddef.h>
#include <stdint.h>

#include "io_github_smc4j_internal_jdk_JdkField.h"
#include "io_github_smc4j_internal_jdk_LiveFrames.h"
#include "io_github_smc4j_internal_jdk_SocketFields.h"

JNIEXPORT jlong JNICALL Java_io_github_smc4j_internal_jdk_JdkField_id(JNIEnv *env, jclass type, jobject field) {
  (void)type;
  return (jlong)(intptr_t)(*env)->FromReflectedField(env, field);
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_jdk_JdkField_intIn(
    JNIEnv *env, jclass type, jobject target, jlong id) {
  (void)type;
  return (*env)->GetIntField(env, target, (jfieldID)(intptr_t)id);
}

/* The number behind socket.impl[.delegate].fd.fd, or -1: one call in place of four, because each connection takes it. */
JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_jdk_SocketFields_descriptor(
    JNIEnv *env, jclass type, jobject socket, jlong impl, jclass delegating, jlong delegate, jlong fd, jlong number) {
  (void)type;
  jobject owner = (*env)->GetObjectField(env, socket, (jfieldID)(intptr_t)impl);
  if (owner != NULL && (*env)->IsInstanceOf(env, owner, delegating)) {
    owner = (*env)->GetObjectField(env, owner, (jfieldID)(intptr_t)delegate);
  }
  jobject descriptor = owner == NULL ? NULL : (*env)->GetObjectField(env, owner, (jfieldID)(intptr_t)fd);
  return descriptor == NULL ? -1 : (*env)->GetIntField(env, descriptor, (jfieldID)(intptr_t)number);
}

JNIEXPORT jobject JNICALL Java_io_github_smc4j_internal_jdk_LiveFrames_walker(JNIEnv *env, jclass type) {
  (void)type;
  jclass frame = (*env)->FindClass(env, "java/lang/LiveStackFrame");
  jmethodID factory =
      frame == NULL ? NULL : (*env)->GetStaticMethodID(env, frame, "getStackWalker", "()Ljava/lang/StackWalker;");
  return factory == NULL ? NULL : (*env)->CallStaticObjectMethod(env, frame, factory);
}

JNIEXPORT jobjectArray JNICALL Java_io_github_smc4j_internal_jdk_LiveFrames_locals(
    JNIEnv *env, jclass type, jobject frame) {
  (void)type;
  jclass live = (*env)->FindClass(env, "java/lang/LiveStackFrame");
  jmethodID locals = live == NULL ? NULL : (*env)->GetMethodID(env, live, "getLocals", "()[Ljava/lang/Object;");
  return locals == NULL ? NULL : (*env)->CallObjectMethod(env, frame, locals);
}
