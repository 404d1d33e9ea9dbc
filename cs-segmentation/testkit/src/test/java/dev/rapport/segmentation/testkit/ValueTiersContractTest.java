package dev.rapport.segmentation.testkit;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import org.joda.money.CurrencyUnit;

class ValueTiersContractTest extends SegmentationStrategyContract {

    @Override
    protected SegmentationStrategy strategy() {
        return ValueTiers.of(
                Accounts.ARR,
                CurrencyUnit.EUR,
                Tier.from("small", 1),
                Tier.from("mid-market", 10_000),
                Tier.from("enterprise", 40_000),
                Tier.from("strategic", 100_000));
    }

    @Override
    protected Book book() {
        return Accounts.book();
    }
}
