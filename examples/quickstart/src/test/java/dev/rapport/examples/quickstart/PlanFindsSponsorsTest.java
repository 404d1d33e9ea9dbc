package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planted about executive sponsors. */
class PlanFindsSponsorsTest {

    static final Set<String> TRUTHS = Set.of("sponsor-is-kept", "sponsor-is-none-any-more");

    private static Tree sponsors = Tree.of("{}");

    @BeforeAll
    static void run() {
        sponsors = Tree.of(SamplePlan.of().resolve("plan.json")).at("sponsors");
    }

    private static Tree of(String customer) {
        return sponsors.at("sponsored").only(one -> one.text("customer").equals(customer));
    }

    @Test
    void presentSponsor_isKept_thoughOthersSpeakTheLanguage() {
        assertThat(of("c-000039").text("sponsor")).isEqualTo("cro-robert");
        assertThat(of("c-000039").text("because")).startsWith("is their sponsor since 20");
    }

    @Test
    void whoHoldsNoRoleOfSponsors_isReplaced_andThePlanSaysWhy() {
        assertThat(of("c-000081").text("sponsor")).isIn("ceo-clara", "cro-robert", "vp-vera");
        assertThat(of("c-000081").text("because"))
                .endsWith("; sales-hugo, their sponsor now, holds none of the roles of sponsors");
    }
}
