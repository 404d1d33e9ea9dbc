package dev.rapport;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.function.Predicate;

/** The words in which {@link ArchitectureTest} names accesses to fields, methods (also as references) and constructors. */
final class Accesses {

    private final Predicate<JavaAccess<?>> test;

    private Accesses(Predicate<JavaAccess<?>> test) {
        this.test = test;
    }

    /** All that goes to exactly this type. */
    static Accesses to(Class<?> type) {
        return new Accesses(access -> access.getTargetOwner().isEquivalentTo(type));
    }

    static Accesses to(String typeName) {
        return new Accesses(access -> access.getTargetOwner().getName().equals(typeName));
    }

    /** All that goes to this type or a subtype. */
    static Accesses toAny(Class<?> type) {
        return new Accesses(access -> access.getTargetOwner().isAssignableTo(type));
    }

    static Accesses toPackage(String prefix) {
        return new Accesses(access -> access.getTargetOwner().getPackageName().startsWith(prefix));
    }

    Accesses named(String... names) {
        return and(access -> List.of(names).contains(access.getName()));
    }

    /** A name such as {@code get*Instance}: with one asterisk. */
    Accesses like(String pattern) {
        int star = pattern.indexOf('*');
        String head = pattern.substring(0, star);
        String tail = pattern.substring(star + 1);
        return and(
                access -> access.getName().startsWith(head) && access.getName().endsWith(tail));
    }

    Accesses constructors() {
        return and(access -> access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME));
    }

    Accesses withoutParameters() {
        return and(access -> parameters(access).isEmpty());
    }

    Accesses without(Class<?> parameter) {
        return and(access -> parameters(access).stream().noneMatch(type -> type.isAssignableTo(parameter)));
    }

    static DescribedPredicate<JavaAccess<?>> any(String description, Accesses... alternatives) {
        return DescribedPredicate.describe(
                description,
                access -> List.of(alternatives).stream().anyMatch(alternative -> alternative.test.test(access)));
    }

    private Accesses and(Predicate<JavaAccess<?>> further) {
        return new Accesses(test.and(further));
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit ? unit.getRawParameterTypes() : List.of();
    }
}
