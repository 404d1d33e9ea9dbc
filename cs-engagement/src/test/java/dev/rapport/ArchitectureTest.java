package dev.rapport;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.rapport.Accesses.any;
import static dev.rapport.Accesses.to;
import static dev.rapport.Accesses.toAny;
import static dev.rapport.Accesses.toPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.Formatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Scanner;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules that hold for all library code: this module sees the other three. */
@AnalyzeClasses(packages = "dev.rapport", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    // ---------------------------------------------------------------- arrows

    @ArchTest
    static final ArchRule modelKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("dev.rapport.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rapport.segmentation..", "dev.rapport.health..", "dev.rapport.engagement..");

    @ArchTest
    static final ArchRule segmentationKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage("dev.rapport.segmentation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rapport.health..", "dev.rapport.engagement..")
            .because("what segmentation needs from health arrives as an attribute");

    @ArchTest
    static final ArchRule healthKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage("dev.rapport.health..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rapport.segmentation..", "dev.rapport.engagement..")
            .because("what health needs from segmentation arrives as an attribute");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

    // ---------------------------------------------------------------- surroundings

    @ArchTest
    static final ArchRule noStandardStreams = noClasses()
            .should()
            .accessTargetWhere(any(
                    "standard streams",
                    to(System.class).named("out", "err", "in"),
                    toAny(Throwable.class).named("printStackTrace").withoutParameters()))
            .because("a library returns values");

    @ArchTest
    static final ArchRule noClock = noClasses()
            .should()
            .accessTargetWhere(any(
                    "the present",
                    toPackage("java.time").named("now"),
                    to(Clock.class).like("system*"),
                    to(Clock.class).like("tick*"),
                    to(InstantSource.class).named("system"),
                    to(System.class).named("currentTimeMillis", "nanoTime"),
                    to(Date.class).constructors().withoutParameters(),
                    toAny(Calendar.class).named("getInstance"),
                    to(GregorianCalendar.class).constructors()))
            .because("time comes in as AsOf");

    @ArchTest
    static final ArchRule noUnseededRandomness = noClasses()
            .should()
            .accessTargetWhere(any(
                    "randomness without a seed",
                    to(Math.class).named("random"),
                    to(StrictMath.class).named("random"),
                    to(UUID.class).named("randomUUID"),
                    toAny(ThreadLocalRandom.class),
                    toAny(SecureRandom.class),
                    to(Collections.class).named("shuffle").without(Random.class),
                    toAny(RandomGenerator.class).constructors().withoutParameters()))
            .because("a decision can be replayed");

    @ArchTest
    static final ArchRule noThreads = noClasses()
            .should()
            .accessTargetWhere(any(
                    "threads and pools of its own",
                    toAny(Thread.class).constructors(),
                    to(Thread.class).named("startVirtualThread", "ofVirtual", "ofPlatform"),
                    toAny(ExecutorService.class).constructors(),
                    to(Executors.class),
                    to(Timer.class).constructors(),
                    to(ForkJoinPool.class).named("commonPool"),
                    toPackage("java.util").named("parallel", "parallelStream", "parallelSort", "parallelPrefix"),
                    to(CompletableFuture.class).like("*Async").without(Executor.class)))
            .because("work is split over the caller's executor");

    @ArchTest
    static final ArchRule noDefaultLocaleOrZone = noClasses()
            .should()
            .accessTargetWhere(any(
                    "a default of the machine",
                    to(Locale.class).named("getDefault"),
                    to(ZoneId.class).named("systemDefault"),
                    to(TimeZone.class).named("getDefault"),
                    to(Charset.class).named("defaultCharset"),
                    to(String.class).named("toLowerCase", "toUpperCase").withoutParameters(),
                    to(String.class).named("format", "formatted").without(Locale.class),
                    toAny(PrintStream.class).named("format", "printf").without(Locale.class),
                    toAny(PrintWriter.class).named("format", "printf").without(Locale.class),
                    to(Formatter.class).constructors().without(Locale.class),
                    to(Scanner.class).constructors(),
                    to(DateTimeFormatter.class).named("ofPattern").without(Locale.class),
                    to(DateTimeFormatter.class).like("ofLocalized*"),
                    to(DateTimeFormatterBuilder.class).named("toFormatter").without(Locale.class),
                    to("org.joda.money.format.MoneyFormatterBuilder")
                            .named("toFormatter")
                            .without(Locale.class),
                    toPackage("java.text").like("get*Instance").without(Locale.class),
                    toAny(DateFormat.class).constructors().without(Locale.class),
                    toAny(DecimalFormat.class).constructors().without(DecimalFormatSymbols.class)))
            .because("the same input gives the same output on every machine");

    @ArchTest
    static final ArchRule noFiles = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.nio.file..")
                    .or(assignableTo(FileChannel.class))
                    .or(assignableTo(RandomAccessFile.class))
                    .or(resideInAPackage("java.io").and(simpleNameStartingWith("File"))))
            .because("the host opens what is read and written");

    @ArchTest
    static final ArchRule noLogger = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.util.logging..",
                            "org.slf4j..",
                            "org.apache.logging..",
                            "org.apache.log4j..",
                            "org.apache.commons.logging..",
                            "org.jboss.logging..",
                            "com.google.common.flogger..")
                    .or(type(System.Logger.class)))
            .because("a library returns values");

    @ArchTest
    static final ArchRule noClassLoadingFromData = noClasses()
            .should()
            .accessTargetWhere(any(
                    "a class looked up by name",
                    to(Class.class).named("forName"),
                    toAny(ClassLoader.class).named("loadClass"),
                    to(MethodHandles.Lookup.class).named("findClass")))
            .orShould()
            .dependOnClassesThat(assignableTo(ObjectInputStream.class).or(type(ServiceLoader.class)))
            .because("data names no classes, and what takes part is in a visible list");

    // ---------------------------------------------------------------- libraries

    @ArchTest
    static final ArchRule onlyJsonKnowsJackson = noClasses()
            .that()
            .resideOutsideOfPackage("..json..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."));

    @ArchTest
    static final ArchRule onlyCsvKnowsFastCsv = noClasses()
            .that()
            .resideOutsideOfPackage("..csv..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.siegmar..");

    @ArchTest
    static final ArchRule onlyCountryCalendarsKnowJollyday = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rapport.model.calendar.jollyday")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.focus_shift..", "dev.rapport.model.calendar.jollyday")
            .because("the library is optional");

    @ArchTest
    static final ArchRule noGuavaOrJacksonInPublicSignatures = classes()
            .that(resideOutsideOfPackages("..internal.."))
            .should(notShow(resideInAnyPackage(
                    "com.google.common..", "tools.jackson..", "com.fasterxml.jackson..", "de.focus_shift..")))
            .because("no version of ours may clash with the host's");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().should(beInNullMarkedPackage()).because("null is an error unless it is declared");

    // ---------------------------------------------------------------- words of the rules

    /** One slice per module and room ({@code model.customer}), with everything below it; the module's own package is one. */
    private static final class Rooms implements SliceAssignment {
        private static final int ROOM_DEPTH = 4;

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            if (!resideInAPackage("dev.rapport..").test(javaClass)) {
                return SliceIdentifier.ignore();
            }
            List<String> parts = List.of(javaClass.getPackageName().split("\\.", -1));
            return SliceIdentifier.of(String.join(".", parts.subList(0, Math.min(ROOM_DEPTH, parts.size()))));
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }

    private static ArchCondition<JavaClass> notShow(DescribedPredicate<JavaClass> hidden) {
        return new ArchCondition<>("not show types that " + hidden.getDescription() + " to hosts") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isSeenByHosts(type)) {
                    return;
                }
                Stream<JavaType> heading = Stream.of(
                                type.getSuperclass().stream(),
                                type.getInterfaces().stream(),
                                type.getTypeParameters().stream())
                        .flatMap(types -> types);
                report(type.getDescription(), heading, events);
                type.getMembers().stream()
                        .filter(member -> isSeenByHosts(member.getModifiers()))
                        .forEach(member -> report(member.getDescription(), signature(member), events));
            }

            private void report(String where, Stream<? extends JavaType> types, ConditionEvents events) {
                types.flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                        .filter(hidden)
                        .distinct()
                        .forEach(shown ->
                                events.add(SimpleConditionEvent.violated(shown, where + " shows " + shown.getName())));
            }
        };
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        if (member instanceof JavaCodeUnit unit) {
            return Stream.of(
                            Stream.of(unit.getReturnType()),
                            unit.getParameterTypes().stream(),
                            unit.getTypeParameters().stream(),
                            unit.getExceptionTypes().stream())
                    .flatMap(types -> types);
        }
        return Stream.empty();
    }

    private static boolean isSeenByHosts(JavaClass type) {
        Optional<JavaClass> enclosing = type.getEnclosingClass();
        return isSeenByHosts(type.getModifiers())
                && (enclosing.isEmpty() || isSeenByHosts(enclosing.orElseThrow()))
                && !type.isAnonymousClass();
    }

    private static boolean isSeenByHosts(Set<JavaModifier> modifiers) {
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static ArchCondition<JavaClass> beInNullMarkedPackage() {
        return new ArchCondition<>("be in a package with a @NullMarked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is in a package without a @NullMarked package-info.java"));
                }
            }
        };
    }
}
