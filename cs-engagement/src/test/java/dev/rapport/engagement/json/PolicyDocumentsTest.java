package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapport.engagement.escalation.EscalationPolicy;
import dev.rapport.engagement.lifecycle.Evidence;
import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Part;
import dev.rapport.engagement.lifecycle.Promise;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.DateAttributeTrigger;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.MonthRule;
import dev.rapport.engagement.milestone.NoticeDeadlineTrigger;
import dev.rapport.engagement.milestone.RenewalTrigger;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.engagement.milestone.Timing;
import dev.rapport.engagement.voice.Cadence;
import dev.rapport.engagement.voice.Theme;
import dev.rapport.engagement.voice.VoicePolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policies are read back as they were written; bad documents are refused, with the expected text beside each. Where a new
 * text is right, {@code -Dgolden.write=<src/test/resources of the module, absolute>} writes it down instead of comparing.
 */
class PolicyDocumentsTest {

    private static final DocumentHeader HEADER =
            DocumentHeader.of("policy", "3").withProposedBy("Vera").withEffectiveFrom(LocalDate.of(2026, 1, 1));

    /** By how the names of bad documents begin. */
    private static final Map<String, DocumentKind<?>> KINDS = Map.of(
            "milestones", MilestonesDocument.KIND,
            "life-cycle", LifeCycleDocument.KIND,
            "escalation", EscalationDocument.KIND,
            "voice", VoiceDocument.KIND,
            "assignment",
                    AssignmentDocument.over(List.of(
                            CustomerAttributes.GENDER,
                            CustomerAttributes.CITY,
                            StandardAttributes.DECISION_NEXT_DAYS)));

    static List<Path> badDocuments() throws IOException, URISyntaxException {
        Path folder = Path.of(PolicyDocumentsTest.class.getResource("bad").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(documents).hasSizeGreaterThan(20);
            return documents;
        }
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        String name = document.getFileName().toString();
        DocumentKind<?> kind = KINDS.entrySet().stream()
                .filter(known -> name.startsWith(known.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();

        InvalidDocumentException refusal = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> kind.read(JsonInput.text(name, Files.readString(document)))
                        .orThrow());

        String expected = name.replace(".json", ".expected.txt");
        assertThat(refusal).as(name).isNotNull();
        String actual = refusal.getMessage() + "\n";
        String write = System.getProperty("golden.write");
        if (write != null) {
            Files.writeString(Path.of(write, "dev/rapport/engagement/json/bad", expected), actual);
        } else {
            assertThat(actual).isEqualTo(Files.readString(document.resolveSibling(expected)));
        }
    }

    private static <T> T roundTrip(DocumentKind<T> kind, T value) {
        String json = kind.toJson(value);
        T back = kind.read(JsonInput.text("policy.json", json)).orThrow();
        assertThat(kind.toJson(back)).isEqualTo(json);
        return back;
    }

    @Test
    void timings_areReadBack() {
        Timing timing = Timing.builder()
                .zone(Timing.Zone.CUSTOMER)
                .addCalendars("DE", Timing.CUSTOMERS_CALENDAR)
                .dispatch(Step.parse("3 business days before"))
                .offDays(Timing.OffDays.BEFORE)
                .months(new MonthRule(MonthRule.MonthEnd.LAST_DAY, MonthRule.LeapDay.MARCH_1))
                .build();
        Milestone notice = Milestone.builder()
                .id("notice")
                .trigger(new NoticeDeadlineTrigger())
                .addSteps(Step.parse("10 business days before"))
                .timing(timing)
                .fireLateUpToDays(0)
                .reissueWhenMovedByDays(1)
                .alerts("csm")
                .build();
        Milestones policy = Milestones.of(HEADER, List.of(notice));

        assertThat(roundTrip(MilestonesDocument.KIND, policy)).isEqualTo(policy);
        assertThat(MilestonesDocument.KIND.toJson(policy))
                .contains(
                        "\"zone\": \"customer\"",
                        "\"offDays\": \"before\"",
                        "\"monthEnd\": \"last-day\"",
                        "\"march-1\"");
    }

    @Test
    void milestones_areReadBack() {
        Milestone renewal = Milestone.builder()
                .id("renewal")
                .trigger(new RenewalTrigger())
                .addSteps(Step.parse("120 days before"), Step.onTheDay(), Step.parse("1 week after"))
                .fireLateUpToDays(0)
                .reissueWhenMovedByDays(1)
                .alerts("csm")
                .build();
        Milestones policy = Milestones.of(
                HEADER,
                List.of(
                        renewal,
                        Milestone.builder()
                                .from(renewal)
                                .id("notice")
                                .trigger(new NoticeDeadlineTrigger())
                                .build(),
                        Milestone.builder()
                                .from(renewal)
                                .id("go-live")
                                .trigger(new DateAttributeTrigger(AttributeKey.date("go-live.date")))
                                .build()));

        assertThat(roundTrip(MilestonesDocument.KIND, policy)).isEqualTo(policy);
    }

    @Test
    void lifeCycle_isReadBack() {
        Stage stage = Stage.builder()
                .id("onboarding")
                .department("onboarding")
                .accountable("csm")
                .expectedDays(60)
                .build();
        LifeCycle policy = LifeCycle.builder()
                .header(HEADER)
                .addStages(
                        stage,
                        Stage.builder()
                                .id("value")
                                .department("customer-success")
                                .accountable("csm")
                                .addParts(new Part("product", "hears what is missing"))
                                .addEntry(new Evidence("goal", Evidence.Shown.GOAL, Optional.empty()))
                                .addExit(new Evidence("review", Evidence.Shown.TOUCHPOINT, Optional.of("review")))
                                .addHandOff(new Evidence("csm", Evidence.Shown.OWNER, Optional.of("csm")))
                                .addTouchpoints(new Promise("review", 4, List.of()))
                                .build())
                .stuckFactor(1.25)
                .valueStage("value")
                .movementDays(180)
                .build();

        assertThat(roundTrip(LifeCycleDocument.KIND, policy)).isEqualTo(policy);
    }

    @Test
    void voice_isReadBack() {
        VoicePolicy policy = VoicePolicy.builder()
                .header(HEADER)
                .addThemes(Theme.builder()
                        .id("exports")
                        .name("Exports <b>")
                        .department("engineering")
                        .addPhrases("export file")
                        .addCategories("export")
                        .build())
                .windowDays(90)
                .answerDays(7)
                .cadence(Cadence.QUARTERLY)
                .build();

        assertThat(roundTrip(VoiceDocument.KIND, policy)).isEqualTo(policy);
    }

    @Test
    void escalation_isReadBack_presetAndAll() {
        EscalationPolicy policy = EscalationPolicy.builder()
                .from(EscalationPolicy.standard())
                .header(HEADER)
                .build();

        assertThat(roundTrip(EscalationDocument.KIND, policy)).isEqualTo(policy);
        assertThat(roundTrip(EscalationDocument.KIND, EscalationPolicy.standard()))
                .isEqualTo(EscalationPolicy.standard());
    }

    /** A host's own anchors: the first of January of every year. */
    private record NewYear(int day) implements MilestoneTrigger {

        @Override
        public Requirements requirements() {
            return Requirements.none();
        }

        @Override
        public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
            return List.of();
        }
    }

    @Test
    void hostsOwnTriggers_canBeNamed() {
        var triggers = MilestonesDocument.STANDARD_TRIGGERS.with("new-year", NewYear.class, fields -> {
            var day = fields.required("day", Shape.integer(), NewYear::day);
            return in -> new NewYear(in.get(day));
        });
        Milestones policy = Milestones.of(
                HEADER,
                List.of(Milestone.builder()
                        .id("party")
                        .trigger(new NewYear(3))
                        .addSteps(Step.onTheDay())
                        .fireLateUpToDays(0)
                        .reissueWhenMovedByDays(1)
                        .alerts("csm")
                        .build()));

        assertThat(roundTrip(MilestonesDocument.with(triggers), policy)).isEqualTo(policy);
    }

    @Test
    void schemas_nameTheFormat() {
        assertThat(MilestonesDocument.KIND.toJsonSchema()).contains("rapport/milestones", "notice-deadline");
        assertThat(LifeCycleDocument.KIND.toJsonSchema()).contains("rapport/life-cycle", "stuckFactor");
        assertThat(EscalationDocument.KIND.toJsonSchema()).contains("rapport/escalation", "windowDays");
    }
}
