package dev.rapport.examples.benchmarks;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Scores;
import dev.rapport.model.decision.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The rules as a program of ours over columns. */
final class RapportScoring {

    private static final AttributeKey<Double> ARR = AttributeKey.number("arr");

    final Program program;
    final Columns columns;

    RapportScoring(ScoringBook book) {
        this.program = program();
        List<Column> data = new ArrayList<>();
        for (int i = 0; i < ScoringRules.MEASURES; i++) {
            data.add(Column.ofNumbers(key(i), book.numbers[i]));
        }
        data.add(Column.ofNumbers(ARR, book.arr));
        this.columns = Columns.of(0, new Ids(book.customers), data);
    }

    private static AttributeKey<Double> key(int number) {
        return AttributeKey.number("n" + number);
    }

    private static Program program() {
        List<Node> outputs = new ArrayList<>();
        List<Weighted> groups = new ArrayList<>();
        for (int group = 0; group < ScoringRules.GROUPS; group++) {
            List<Weighted> measures = new ArrayList<>();
            for (int measure : ScoringRules.measuresOf(group)) {
                Node points =
                        Node.number("m" + measure, key(measure), (value, today) -> ScoringRules.points(measure, value));
                measures.add(new Weighted(points, ScoringRules.MEASURE_WEIGHTS[measure]));
            }
            groups.add(new Weighted(
                    Node.weightedMean("g" + group, measures, Handling.REDISTRIBUTE, 0),
                    ScoringRules.GROUP_WEIGHTS[group]));
        }
        outputs.add(Node.weightedMean("score", groups, Handling.REDISTRIBUTE, 0));
        for (int i = 0; i < ScoringRules.CONDITIONS.size(); i++) {
            List<Node> parts = new ArrayList<>();
            for (ScoringRules.Bound bound : ScoringRules.CONDITIONS.get(i)) {
                parts.add(Node.number(
                                "c" + i + "." + bound.number(),
                                key(bound.number()),
                                (value, today) -> value >= bound.bound() ? 1 : 0)
                        .asCondition());
            }
            outputs.add(Node.allOf("c" + i, parts));
        }
        outputs.add(Node.number("tier", ARR, (value, today) -> {
            int tier = 0;
            while (tier < ScoringRules.TIERS.length && value >= ScoringRules.TIERS[tier]) {
                tier++;
            }
            return tier;
        }));
        return Program.of(outputs);
    }

    List<Scores> run(Executor executor, int tasks) {
        return program.evaluate(columns, executor, tasks);
    }
}
