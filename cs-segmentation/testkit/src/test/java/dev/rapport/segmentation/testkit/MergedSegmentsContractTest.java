package dev.rapport.segmentation.testkit;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.segment.SegmentationStrategy;

class MergedSegmentsContractTest extends SegmentationStrategyContract {

    @Override
    protected SegmentationStrategy strategy() {
        return Combinations.merged();
    }

    @Override
    protected Book book() {
        return Accounts.book();
    }
}
