package dev.rapport.segmentation.testkit;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.list.Winner;
import dev.rapport.segmentation.segment.SegmentationStrategy;

class ListedSegmentsContractTest extends SegmentationStrategyContract {

    @Override
    protected SegmentationStrategy strategy() {
        return Combinations.listed(Winner.LIST);
    }

    @Override
    protected Book book() {
        return Accounts.book();
    }
}
