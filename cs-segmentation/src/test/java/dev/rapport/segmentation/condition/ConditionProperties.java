package dev.rapport.segmentation.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.segmentation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ConditionProperties {

    private static final AttributeKey<Double> NUMBER = AttributeKey.number("number");

    @Property(tries = 600)
    void compiledCondition_agreesWithADirectThreeValuedEvaluation(@ForAll long seed) {
        RandomConditions random = new RandomConditions(new Random(seed));
        RandomConditions.Pair pair = random.condition(3);
        Program program = Program.of(pair.condition().compile());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(random.row(Integer.toString(100 + i)));
        }
        Book book = Row.book(RandomConditions.KEYS, rows);
        for (int i = 0; i < rows.size(); i++) {
            Explanation explanation = program.explain(book.customers().get(i));
            assertThat(answer(explanation))
                    .as("%s of customer %s, seed %s", pair.condition(), i, seed)
                    .isEqualTo(pair.oracle().apply(rows.get(i)));
        }
    }

    private static char answer(Explanation explanation) {
        return switch (explanation.status()) {
            case EVALUATED -> explanation.value().orElseThrow() != 0 ? 'T' : 'F';
            case NOT_APPLICABLE -> 'N';
            case NOT_ENOUGH_DATA, FAILED -> 'U';
        };
    }

    @Property
    void distance_isZeroIfAndOnlyIfTheConditionHolds_andLeadsToTheBound(
            @ForAll Operator operator,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double bound,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double number) {
        Explanation explanation = Program.of(
                        Condition.compare(NUMBER, operator, bound).compile())
                .explain(Row.of("c").with(NUMBER, number).view());
        double distance = explanation.distance().orElseThrow();
        assertThat(distance == 0).isEqualTo(explanation.value().orElseThrow() == 1);
        assertThat(distance).isBetween(-2e6, 2e6);
        if (distance != 0) {
            assertThat(number + distance).isCloseTo(bound, org.assertj.core.data.Offset.offset(1e-9));
        }
    }
}
