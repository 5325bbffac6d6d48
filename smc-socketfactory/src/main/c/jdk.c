/*
 * Reads of JDK internals. JNI needs no --add-opens for them. A JDK that has no such class, field or method answers with
 * its NoSuchFieldError, NoSuchMethodError or NoClassDefFoundError, which the Java side turns into "not available".
 */
#include <stddef.h>
#include <stdint.h>

#include "io_github_smc4j_internal_jdk_JdkField.h"
#include "io_github_smc4j_internal_jdk_LiveFrames.h"

JNIEXPORT jlong JNICALL Java_io_github_smc4j_internal_jdk_JdkField_id(JNIEnv *env, jclass type, jobject field) {
  (void)type;
  return (jlong)(intptr_t)(*env)->FromReflectedField(env, field);
}

JNIEXPORT jobject JNICALL Java_io_github_smc4j_internal_jdk_JdkField_objectIn(
    JNIEnv *env, jclass type, jobject target, jlong id) {
  (void)type;
  return (*env)->GetObjectField(env, target, (jfieldID)(intptr_t)id);
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_jdk_JdkField_intIn(
    JNIEnv *env, jclass type, jobject target, jlong id) {
  (void)type;
  return (*env)->GetIntField(env, target, (jfieldID)(intptr_t)id);
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
