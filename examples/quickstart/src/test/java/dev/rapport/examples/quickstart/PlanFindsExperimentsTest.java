package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.SampleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planted about an experiment: guided setup gets small customers 0.12 further, and keeps nobody. */
class PlanFindsExperimentsTest {

    static final List<String> TRUTHS = List.of("guided-setup-works");

    private static Tree results = Tree.of("{}");

    @BeforeAll
    static void run() {
        results = Tree.of(SamplePlan.of().resolve("plan.json")).at("experiments", "results");
    }

    private static Tree result(String id) {
        return results.only(one -> one.text("id").equals(id));
    }

    @Test
    void effectThatWasPlanted_isFound_withinItsRange() {
        assertThat(SampleBook.generate(300, 7).truths())
                .filteredOn(truth -> TRUTHS.contains(truth.id()))
                .hasSize(1);
        Tree found = result("guided-setup");
        assertThat(found.text("verdict")).isEqualTo("works");
        assertThat(found.number("low")).isLessThan(0.12);
        assertThat(found.number("high")).isGreaterThan(0.12);
        assertThat(found.number("effect")).isCloseTo(0.12, within(0.015));
        assertThat(found.text("words")).startsWith("works: setup.complete is 0.1");
        assertThat(found.text("method")).as("what was done before is taken out").isEqualTo("cuped");
        assertThat(found.number("standardError")).isLessThan(0.01);
    }

    @Test
    void noEffect_isNotFoundWhereNoneWasPlanted_andAllWhoBeganAreCounted() {
        Tree found = result("guided-setup-arr");
        assertThat(found.text("verdict")).isEqualTo("cannot-tell");
        assertThat(found.number("low")).isNegative();
        assertThat(found.number("high")).isPositive();
        Tree setup = result("guided-setup");
        assertThat(counted(found))
                .as("who left is counted, if not for the setup")
                .isEqualTo(counted(setup));
        assertThat(setup.number("leftOut")).isGreaterThan(found.number("leftOut"));
    }

    private static double counted(Tree result) {
        return result.number("treated", "customers") + result.number("control", "customers") + result.number("leftOut");
    }

    @Test
    void tooFewCustomers_getNoAnswer_butAReason() {
        Tree refused = result("guided-setup-strategic");
        assertThat(refused.text("verdict")).isEqualTo("refused");
        assertThat(refused.text("refused")).contains("of at least 10 customers");
        assertThat(refused.has("effect")).isFalse();
    }

    @Test
    void page_showsWhatWasTried() throws IOException {
        assertThat(Files.readString(SamplePlan.of().resolve("index.html")))
                .contains("id=\"experiments\"", "Guided setup: is it finished further?", ">works<", ">refused<");
    }
}
