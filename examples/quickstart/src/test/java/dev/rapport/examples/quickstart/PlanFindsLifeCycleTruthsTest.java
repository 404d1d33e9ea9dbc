package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was planted about the life cycle: how customers move, who is accountable, what was promised. */
class PlanFindsLifeCycleTruthsTest {

    /** The truths that are asked for here. */
    static final Set<String> TRUTHS = Set.of("handed-to-nobody", "onboarding-not-repeatable");

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    @TempDir
    private static Path folder;

    private static Tree cycle = Tree.of("{}");

    @BeforeAll
    static void run() {
        Run.ok("--out", folder);
        cycle = Tree.of(folder.resolve("plan.json")).at("lifeCycle");
    }

    private static PlantedTruth truth(String id) {
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static Tree of(String list, String by, String name) {
        return cycle.at(list).only(row -> row.text("by").equals(by)
                && row.text("name").equals(name));
    }

    @Test
    void handOff_toNobody_broke_onThatDay() {
        String customer = truth("handed-to-nobody").customers().get(0);
        List<Tree> broken = cycle.at("brokenHandOffs")
                .where(row -> row.text("customer").equals(customer));
        assertThat(broken).singleElement().satisfies(row -> {
            assertThat(row.text("on")).isEqualTo("2026-01-05");
            assertThat(row.text("from")).isEqualTo("renewal");
            assertThat(row.text("to")).isEqualTo("value");
            assertThat(row.texts("broken"))
                    .containsExactly(
                            "nobody looks after the customer as csm, high-touch asks for 1; vp-vera answers for the role");
        });
        assertThat(cycle.number("handOffs")).isGreaterThan(100);
    }

    @Test
    void ownershipGaps_areThoseWithoutCsm_andWithTwo() {
        assertThat(cycle.list("ownershipGaps"))
                .extracting(row -> row.text("kind") + " " + row.text("customer"))
                .contains(
                        "nobody-accountable " + truth("no-csm-now").customers().get(0),
                        "several-accountable " + truth("two-csms").customers().get(0));
    }

    @Test
    void onboarding_isNotRepeatable_oneManagerIsSlower_andGivesLess() {
        List<String> members = truth("onboarding-not-repeatable").members();
        Tree quick = of("timeToValue", "owner", members.get(0));
        Tree slow = of("timeToValue", "owner", members.get(1));
        assertThat(slow.number("medianDays") - quick.number("medianDays")).isBetween(10.0, 40.0);
        assertThat(of("promises", "owner", members.get(0)).number("meanShare")).isGreaterThan(0.85);
        assertThat(of("promises", "owner", members.get(1)).number("meanShare")).isLessThan(0.7);
        assertThat(of("promises", "owner", members.get(1)).number("kept")).isZero();
    }

    @Test
    void conversion_fatesMakeUpWhoEntered_inTheOrderOfTheStages() {
        assertThat(cycle.list("conversion"))
                .extracting(row -> row.text("stage"))
                .containsExactly("onboarding", "adoption", "value", "renewal");
        assertThat(cycle.list("conversion"))
                .allSatisfy(row -> assertThat(row.number("movedOn")
                                + row.number("wentBack")
                                + row.number("left")
                                + row.number("still"))
                        .isEqualTo(row.number("entered")));
    }

    @Test
    void everyDepartment_hasAPart() {
        assertThat(cycle.has("departmentsWithoutPart")).isFalse();
    }
}
