package dev.rapport.segmentation.testkit;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import org.joda.money.Money;

class RuleSegmentationContractTest extends SegmentationStrategyContract {

    @Override
    protected SegmentationStrategy strategy() {
        return RuleSegmentation.of(
                        Rule.of(
                                "big-abroad",
                                Condition.allOf(
                                        Condition.memberOf("big"),
                                        Condition.noneOf(Condition.oneOf(Accounts.COUNTRY, "DE")))),
                        Rule.of(
                                "big",
                                Condition.atLeastOf(
                                        2,
                                        Condition.atLeast(Accounts.ARR, Money.parse("EUR 50000")),
                                        Condition.atLeast(Accounts.SEATS, 300),
                                        Condition.atLeast(Accounts.LOAD, 0.5))),
                        Rule.of("dach", Condition.oneOf(Accounts.COUNTRY, "DE", "AT")))
                .withRest(Segment.of("rest"));
    }

    @Override
    protected Book book() {
        return Accounts.book();
    }
}
