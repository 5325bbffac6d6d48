/*
 * Reads of JDK internals. JNI needs no --add-opens for them. A JDK that has no such class, field or method answers with
 * its NoSuchFieldError, NoSuchMethodError or NoClassDefFoundError, which the Java side turns into "not available".
 */
#include <stddef.h>

#include "io_github_smc4j_internal_jdk_Descriptors.h"
#include "io_github_smc4j_internal_jdk_LiveFrames.h"

static jobject object_field(JNIEnv *env, jobject target, const char *owner, const char *name, const char *signature) {
  jclass type = (*env)->FindClass(env, owner);
  jfieldID field = type == NULL ? NULL : (*env)->GetFieldID(env, type, name, signature);
  return field == NULL ? NULL : (*env)->GetObjectField(env, target, field);
}

static jint int_field(JNIEnv *env, jobject target, jclass type, const char *name) {
  jfieldID field = type == NULL ? NULL : (*env)->GetFieldID(env, type, name, "I");
  return field == NULL ? -1 : (*env)->GetIntField(env, target, field);
}

/* SocksSocketImpl and the like keep the impl that owns the descriptor in "delegate". */
static jobject owning_impl(JNIEnv *env, jobject impl) {
  jclass delegating = (*env)->FindClass(env, "java/net/DelegatingSocketImpl");
  if (delegating == NULL || !(*env)->IsInstanceOf(env, impl, delegating)) {
    return impl;
  }
  return object_field(env, impl, "java/net/DelegatingSocketImpl", "delegate", "Ljava/net/SocketImpl;");
}

static jint impl_descriptor(JNIEnv *env, jobject impl) {
  if (impl == NULL || (*env)->ExceptionCheck(env)) {
    return -1;
  }
  jobject owner = owning_impl(env, impl);
  if (owner == NULL || (*env)->ExceptionCheck(env)) {
    return -1;
  }
  jobject descriptor = object_field(env, owner, "java/net/SocketImpl", "fd", "Ljava/io/FileDescriptor;");
  if (descriptor == NULL) {
    return -1;
  }
  return int_field(env, descriptor, (*env)->FindClass(env, "java/io/FileDescriptor"), "fd");
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_jdk_Descriptors_channelDescriptor(
    JNIEnv *env, jclass type, jobject channel) {
  (void)type;
  return int_field(env, channel, (*env)->GetObjectClass(env, channel), "fdVal");
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_jdk_Descriptors_socketDescriptor(
    JNIEnv *env, jclass type, jobject socket) {
  (void)type;
  return impl_descriptor(env, object_field(env, socket, "java/net/Socket", "impl", "Ljava/net/SocketImpl;"));
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_jdk_Descriptors_serverSocketDescriptor(
    JNIEnv *env, jclass type, jobject socket) {
  (void)type;
  return impl_descriptor(env, object_field(env, socket, "java/net/ServerSocket", "impl", "Ljava/net/SocketImpl;"));
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
