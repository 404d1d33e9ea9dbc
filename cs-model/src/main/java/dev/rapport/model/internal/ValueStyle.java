package dev.rapport.model.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style of generated value classes: package-private, JDK collections, no annotations of the generator. Builders return
 * the value's own type, so that a public {@code Builder extends ImmutableX.Builder} works for hosts.
 *
 * <p>This annotation is internal to Rapport and may change in any release. It stays out of class files, so that no host
 * needs the generator's annotations to compile.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        jdkOnly = true,
        overshadowImplementation = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        allowedClasspathAnnotations = {Override.class})
public @interface ValueStyle {}
