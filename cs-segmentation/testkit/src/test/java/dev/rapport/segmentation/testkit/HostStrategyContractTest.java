package dev.rapport.segmentation.testkit;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.segment.SegmentationStrategy;

class HostStrategyContractTest extends SegmentationStrategyContract {

    @Override
    protected SegmentationStrategy strategy() {
        return HostStrategy.byCountry();
    }

    @Override
    protected Book book() {
        return Accounts.book();
    }
}
