package dev.rapport.segmentation.testkit;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.combination.Vote;
import dev.rapport.segmentation.combination.WeightedVote;
import dev.rapport.segmentation.segment.SegmentationStrategy;

class WeightedVoteContractTest extends SegmentationStrategyContract {

    @Override
    protected SegmentationStrategy strategy() {
        return WeightedVote.of(
                0.6,
                new Vote(Combinations.TIERS, 2),
                new Vote(Combinations.SIZES, 3),
                new Vote(Combinations.REGIONS, 1));
    }

    @Override
    protected Book book() {
        return Accounts.book();
    }
}
