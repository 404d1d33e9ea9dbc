package dev.rapport.examples.policylab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.json.JsonText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planted in the sample book is found by proposals that look at it. */
class PlantedTruthsTest {

    @TempDir
    private Path folder;

    private List<String> planted(Lab lab, String truth) {
        return Json.of(lab.text("book/planted-truths.json")).list("truths").stream()
                .filter(one -> one.text("id").equals(truth))
                .flatMap(one -> one.list("customers").stream())
                .map(customer -> ((JsonText) customer.value()).text())
                .toList();
    }

    /** Those whose sponsor left may be yellow at most now, and red at most under the proposal. */
    @Test
    void stricterCap_movesThoseWhoseSponsorLeft_toRed_andNobodyElse() {
        Lab lab = Lab.of(folder, 300, text -> text.replace("\"atMost\": \"yellow\"", "\"atMost\": 45"));

        lab.ok();

        Json simulation = Json.of(lab.text("out/simulation.json"));
        assertThat(simulation.texts("raised", "customer"))
                .containsExactlyInAnyOrderElementsOf(planted(lab, "sponsor-left"));
        assertThat(simulation.list("raised")).allSatisfy(alert -> {
            assertThat(alert.text("before", "band")).isEqualTo("yellow");
            assertThat(alert.text("after", "band")).isEqualTo("red");
            assertThat(alert.number("after", "score")).isEqualTo(45);
        });
        assertThat(simulation.number("movement", "worse", "customers")).isEqualTo(3);
        assertThat(simulation.number("movement", "better", "customers")).isZero();
        assertThat(simulation.list("movers")).hasSize(3).allSatisfy(mover -> {
            assertThat(mover.number("points")).isCloseTo(-30, within(1e-9));
            assertThat(mover.texts("shifts", "measure")).containsExactly("caps-and-missing");
        });
    }

    /** Enterprise customers whose usage fell were at 60 points when they left; yellow warned of them, red did not. */
    @Test
    void bandsThatBeginHigher_warnOfThoseWhoseUsageFell() {
        Lab lab = Lab.of(
                        folder,
                        300,
                        text -> text.replace("\"to\": 50", "\"to\": 70").replace("\"from\": 50", "\"from\": 70"))
                .option("from", "2025-06-30");

        lab.ok();

        Json challenge = Json.of(lab.text("out/simulation.json")).at("challenge");
        List<String> fell = planted(lab, "usage-fell-before-churn");
        List<Json> losses = challenge.list("losses").stream()
                .filter(loss -> fell.contains(loss.text("customer")))
                .toList();
        assertThat(losses).hasSize(4).allSatisfy(loss -> {
            assertThat(loss.text("first")).isEqualTo("challenger");
            assertThat(loss.number("challengerLeadDays")).isBetween(1.0, 100.0);
        });
        assertThat(challenge.number("champion", "warned", "customers"))
                .isLessThan(challenge.number("challenger", "warned", "customers"));
    }
}
