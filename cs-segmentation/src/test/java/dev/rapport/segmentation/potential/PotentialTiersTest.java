package dev.rapport.segmentation.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.tier.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PotentialTiersTest {

    private static final PotentialRule RULE = new PotentialRule(
            List.of(PeerTrait.same(CustomerAttributes.INDUSTRY), PeerTrait.ranges(CustomerAttributes.HEADCOUNT, 100.0)),
            0.5,
            3);
    private static final List<Tier> TIERS = List.of(Tier.lowest("low"), Tier.from("top", 40_000));

    /** Four large retailers who pay 100 a head, one of whom pays next to nothing; a small firm of another trade. */
    private static List<Buyer> buyers() {
        List<Buyer> all = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            all.add(new Buyer("large-" + i, "retail", 500.0, 250.0, Map.of("core", 40_000, "reports", 10_000)));
        }
        all.add(new Buyer("quiet", "retail", 600.0, 20.0, Map.of("core", 2_000)));
        all.add(new Buyer("tiny", "mining", 10.0, null, Map.of("core", 1_000)));
        return all;
    }

    private static List<String> words(Decision<Segment> decision) {
        return ExplanationText.showing(Sensitivity.INTERNAL).lines(decision.reasons());
    }

    @Test
    void smallPayerWithLargePotential_isOnTheTopTier_andEachPartIsTold() {
        Book book = Buyer.book(buyers());
        PotentialTiers tiers = PotentialTiers.of(ArrPotential.fit(RULE, book), TIERS);
        Decision<Segment> quiet = tiers.assign(book.find("quiet").orElseThrow());
        assertThat(quiet.value()).contains(Segment.of("top"));
        assertThat(words(quiet))
                .containsExactly(
                        "tier top (link)",
                        "  arr-potential 60000 (max)",
                        "    pays-now 2000: arr EUR 2000.00",
                        "    with-missing-products 10000 (sum)",
                        "      pays-now 2000: arr EUR 2000.00",
                        "      core 0: potential.product.core 0",
                        "      reports 8000: potential.product.reports 8000",
                        "    by-headcount 60000 (product)",
                        "      peers-pay-for-each 100: potential.rate.headcount 100",
                        "      headcount 600: headcount 600 people",
                        "    by-seats.licensed 4000 (product)",
                        "      peers-pay-for-each 200: potential.rate.seats.licensed 200",
                        "      seats.licensed 20: seats.licensed 20 seats");
        assertThat(quiet.reasons().toString()).contains("tier = top");
    }

    @Test
    void tooFewPeers_fallBackAndSaySo_missingInputsAreNamed() {
        Book book = Buyer.book(buyers());
        PotentialTiers tiers = PotentialTiers.of(ArrPotential.fit(RULE, book), TIERS);
        Decision<Segment> tiny = tiers.assign(book.find("tiny").orElseThrow());
        assertThat(tiny.value()).contains(Segment.of("low"));
        assertThat(tiny.reasons().completeness()).isLessThan(1);
        var parts = tiny.reasons().parts().get(0).parts();
        assertThat(parts.get(2).parts().get(0).evidence().orElseThrow().toString())
                .contains("quantile 0.5 of 6 peers: the whole book; too few in industry mining, headcount under 100;"
                        + " too few in industry mining");
        assertThat(parts.get(3).value()).isEmpty();
        assertThat(parts.get(3).parts().get(1).reason()).contains("no contract in force says its seats");
    }

    @Test
    void wrongRules_areRefused() {
        assertThatThrownBy(() -> PeerTrait.ranges(CustomerAttributes.HEADCOUNT))
                .hasMessageStartingWith("cuts of attribute (headcount) must be given, it is a number.");
        assertThatThrownBy(() -> PeerTrait.ranges(CustomerAttributes.HEADCOUNT, 5.0, 5.0))
                .hasMessage("cuts of attribute (headcount) must rise, were [5.0, 5.0].");
        assertThatThrownBy(() -> PeerTrait.same(AttributeKey.of("since", AttributeKind.DATE)))
                .hasMessage("attribute (since) must be a text or a number.");
        assertThatThrownBy(() -> new PotentialRule(List.of(), 1.5, 3))
                .hasMessage("quantile (1.5) must be between 0 and 1.");
        assertThatThrownBy(() -> new PotentialRule(List.of(), 0.5, 0))
                .hasMessage("minimumPeers (0) must be at least 1.");
    }
}
