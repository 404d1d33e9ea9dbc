package dev.rapport.engagement.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.json.LifeCycleDocument;
import dev.rapport.engagement.json.VoiceDocument;
import dev.rapport.engagement.lifecycle.Evidence;
import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Part;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.engagement.plan.DepartmentDigest;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.voice.Cadence;
import dev.rapport.engagement.voice.Theme;
import dev.rapport.engagement.voice.VoicePolicy;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of what customers said, of departments and of the life cycle: whatever is typed anywhere stays text. */
class VoicePagesTest {

    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");

    private static Plan plan(String text) {
        VoicePolicy voice = VoicePolicy.builder()
                .header(DocumentHeader.of("voice", "1"))
                .addThemes(Theme.builder()
                        .id("theme")
                        .name(text)
                        .department("product")
                        .addCategories("x")
                        .build())
                .windowDays(90)
                .answerDays(7)
                .cadence(Cadence.WEEKLY)
                .build();
        LifeCycle cycle = LifeCycle.builder()
                .header(DocumentHeader.of("cycle", "1"))
                .stuckFactor(1)
                .addStages(
                        Stage.builder()
                                .id("start")
                                .department("product")
                                .accountable("csm")
                                .expectedDays(1)
                                .addParts(new Part("sales", text))
                                .addHandOff(new Evidence("first-use", Evidence.Shown.USE, Optional.of("feature")))
                                .build(),
                        Stage.builder()
                                .id("go-on")
                                .department("product")
                                .accountable("csm")
                                .expectedDays(1)
                                .build())
                .build();
        Customer customer = SmallPlan.contract("a", text, 8_000, LocalDate.of(2026, 8, 30))
                .add(Usage.SERIES, e -> e.at(LocalDate.of(2026, 4, 1))
                        .with(Usage.QUANTITY, 5.0)
                        .with(Usage.FEATURE, text))
                .add(Ownership.SERIES, e -> e.id("o")
                        .at(SINCE)
                        .with(Ownership.ROLE, text)
                        .with(Ownership.OWNER, text)
                        .with(Ownership.FROM, LocalDate.of(2024, 1, 1)))
                .add(Feedback.SERIES, e -> e.at(LocalDate.of(2026, 6, 1))
                        .with(Feedback.TEXT, text)
                        .with(Feedback.THEME, "x")
                        .with(Feedback.CAUSE, text)
                        .with(Feedback.STATUS, "acted")
                        .with(Feedback.ACTION, text))
                .add(StageEntry.SERIES, e -> e.id("s-1")
                        .at(SINCE)
                        .with(StageEntry.STAGE, "start")
                        .with(StageEntry.ENTERED_ON, LocalDate.of(2026, 1, 1))
                        .with(StageEntry.LEFT_ON, LocalDate.of(2026, 2, 1)))
                .add(StageEntry.SERIES, e -> e.id("s-2")
                        .at(SINCE)
                        .with(StageEntry.STAGE, "go-on")
                        .with(StageEntry.ENTERED_ON, LocalDate.of(2026, 2, 1)))
                .build();
        return SmallPlan.with(
                        List.of(VoiceDocument.KIND.toJson(voice), LifeCycleDocument.KIND.toJson(cycle)), customer)
                .plan();
    }

    private static List<String> pages(String text) throws IOException {
        Plan plan = plan(text);
        StringBuilder whole = new StringBuilder();
        PlanPage.write(plan, id -> "a.html", whole);
        StringBuilder said = new StringBuilder();
        YouSaidPage.write(plan, "a", said);
        StringBuilder digest = new StringBuilder();
        DigestPage.write(plan, DepartmentDigest.of(plan).get(0), id -> "a.html", digest);
        return List.of(whole.toString(), said.toString(), digest.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "{{{style}}}{{#rows}}",
                "</title></style><h1>",
                "&lt;b&gt; \u202Eevil \u0007"
            })
    void anyText_changesNoTag(String hostile) throws IOException {
        List<String> plain = pages("text");
        List<String> attacked = pages(hostile);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(new Skeleton(attacked.get(i)).tags())
                    .isEqualTo(new Skeleton(plain.get(i)).tags());
            assertThat(attacked.get(i)).doesNotContain("<script", "<img", "\u202E", "\u0007");
        }
    }

    @Test
    void youSaid_showsWhatBecameOfIt_andNothingElse() throws IOException {
        String page = pages("Mended.").get(1);
        assertThat(new Skeleton(page).text()).contains("You said, we did", "Mended.", "acted");
        assertThat(page).doesNotContain("http:", "https:", "url(", "8,000", "ARR");
    }

    @Test
    void digest_tellsHealth_themesAndTasks() throws IOException {
        String text = new Skeleton(pages("Exports").get(2)).text();
        assertThat(text)
                .contains("How healthy they are", "What they ask for", "Exports", "What is yours to do")
                .contains("stuck in go on", "nobody accountable");
    }

    @Test
    void lifeCycle_showsMovementAndBrokenHandOffs() throws IOException {
        String text = new Skeleton(pages("first-use").get(0)).text();
        assertThat(text)
                .contains("What became of those who entered a stage since 2025-07-01")
                .contains("1 of 1\u00A0hand-off since 2025-07-01 broke.");
    }
}
