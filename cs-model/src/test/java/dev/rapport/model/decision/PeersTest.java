package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers that are compared say with whom. */
class PeersTest {

    private static final AttributeKey<Double> USE = AttributeKey.number("use");
    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final AttributeKey<Double> CUSTOMERS =
            AttributeKey.number("customers").unit("customers");

    private static Peers peers(double customers, double best) {
        return new Peers(
                (value, today) -> customers < 5 ? Double.NaN : value / best,
                new Evidence(CUSTOMERS, customers, Provenance.of("peers")),
                "only " + (int) customers + " customers, 5 are needed");
    }

    private static Explanation explained(FixedView view) {
        Node leaf = Node.number("use", USE, (share, today) -> 100 * share)
                .comparedWithin(SEGMENT, Map.of("small", peers(20, 50), "large", peers(8, 200), "rare", peers(3, 1)));
        return Program.of(leaf).explain(view);
    }

    @Test
    void number_isComparedWithItsOwnGroup_whichIsEvidence() {
        Explanation small = explained(new FixedView().with(USE, 40.0).with(SEGMENT, "small"));
        assertThat(small.value()).hasValue(80);
        assertThat(small.evidence().orElseThrow().value()).isEqualTo(40.0);
        assertThat(small.comparedWith()).extracting(Evidence::value).containsExactly("small", 20.0);
        assertThat(small.comparedWith().get(1).provenance().source()).isEqualTo("peers");

        assertThat(explained(new FixedView().with(USE, 40.0).with(SEGMENT, "large"))
                        .value())
                .hasValue(20);
    }

    @Test
    void withoutPeers_thereIsNoValue_andTheReasonSaysWhy() {
        Explanation few = explained(new FixedView().with(USE, 40.0).with(SEGMENT, "rare"));
        assertThat(few.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(few.reason()).contains("only 3 customers, 5 are needed");
        assertThat(few.comparedWith()).hasSize(2);

        assertThat(explained(new FixedView().with(USE, 40.0).with(SEGMENT, "odd"))
                        .reason())
                .contains("nobody to compare with in segment odd");
        assertThat(explained(new FixedView().with(USE, 40.0)).reason())
                .contains("nobody to compare with without segment");
        assertThat(explained(new FixedView().with(SEGMENT, "small")).reason()).contains("no value");
    }

    @Test
    void comparedWithAll_needsNoGroup() {
        Node leaf = Node.number("use", USE, (share, today) -> 100 * share).comparedWith(peers(20, 50));
        Explanation all = Program.of(leaf).explain(new FixedView().with(USE, 40.0));

        assertThat(all.value()).hasValue(80);
        assertThat(all.comparedWith()).extracting(Evidence::value).containsExactly(20.0);
        assertThat(Program.of(leaf).requirements().attributes()).containsExactly(USE);
        assertThatThrownBy(() -> Node.text("t", SEGMENT, text -> 1).comparedWith(peers(20, 50)))
                .hasMessage("node (t) must be a leaf of a number to be compared.");
    }
}
