package dev.rapport.health.atrisk;

import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What the lines of a list were made from: numbers come out of columns, reasons from one customer when they are asked for. */
final class Origin {

    static final AttributeKey<LocalDate> DECISION_DATE = AttributeKey.date("decision.next-date");
    static final AttributeKey<Money> DECISION_ARR = AttributeKey.money("decision.next-arr");

    private final Book book;
    private final ChurnRisk risk;
    private final Optional<PlayChoice> choice;
    private final Amounts amounts;
    private final Program arr;
    private final Program residualValue;

    Origin(Book book, ChurnRisk risk, Optional<PlayChoice> choice) {
        this.book = book;
        this.risk = risk;
        this.choice = choice;
        this.amounts = new Amounts(book.currency());
        this.arr = amount("arr", DECISION_ARR);
        this.residualValue = amount("residual-value", AtRiskRanking.RESIDUAL_VALUE);
    }

    private Program amount(String code, AttributeKey<Money> key) {
        return Program.of(Node.money(code, key, book.currency(), (number, today) -> number));
    }

    Book book() {
        return book;
    }

    Amounts amounts() {
        return amounts;
    }

    LocalDate today() {
        return book.date();
    }

    String customerId(int row) {
        return book.customerIds().get(row);
    }

    SavePlay play(int position) {
        return choice.orElseThrow().play(position);
    }

    /** The play of a code; empty if it is none of these. */
    Optional<SavePlay> play(String code) {
        return choice.flatMap(known -> known.written().plays().all().stream()
                .filter(play -> play.code().equals(code))
                .findFirst());
    }

    AtRiskReasons reasons(AtRisk line) {
        CustomerView view = book.customers().get(line.row());
        Program atStake = line.stake() == AtRisk.Stake.ARR ? arr : residualValue;
        Explanation loss = Explanation.productOf("expected-loss", List.of(probability(view), atStake.explain(view)));
        return new AtRiskReasons(
                loss,
                choice.flatMap(known -> known.explain(view)),
                choice.map(known -> Explanation.productOf(
                        "expected-saved", List.of(loss, known.explainSaveable(line.position(), view)))));
    }

    private Explanation probability(CustomerView view) {
        try {
            return risk.assess(view).reasons();
        } catch (RuntimeException e) {
            return Explanation.failed(risk.policy().id(), String.valueOf(e.getMessage()));
        }
    }
}
