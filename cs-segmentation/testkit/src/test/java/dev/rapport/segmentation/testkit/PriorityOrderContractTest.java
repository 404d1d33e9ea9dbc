package dev.rapport.segmentation.testkit;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.combination.PriorityOrder;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.List;

class PriorityOrderContractTest extends SegmentationStrategyContract {

    @Override
    protected SegmentationStrategy strategy() {
        return PriorityOrder.of(List.of("dach", "huge"), Combinations.TIERS, Combinations.REGIONS, Combinations.SIZES);
    }

    @Override
    protected Book book() {
        return Accounts.book();
    }
}
