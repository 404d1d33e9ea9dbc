package dev.rapport.segmentation.rfm;

import dev.rapport.segmentation.segment.Segment;
import java.util.List;

/** Published names of RFM cells. */
public final class RfmNames {

    private RfmNames() {}

    /**
     * The eleven usual names, for scores from 1 to 5; the first whose ranges hold a cell is its name.
     *
     * <p>Source: ten of them and their ranges are those of the example of {@code rfm_segment} in R's package rfm 0.2.2,
     * https://rdocumentation.org/packages/rfm/versions/0.2.2/topics/rfm_segment; hibernating comes from the table of eleven that
     * is repeated after Putler, as in https://docs.churned.io (RFM-Model), which has one range for frequency and monetary value
     * together. Decided here: that one range holds the mean of both scores, a half rounded up, while the package wants each of
     * them in it. Hibernating and lost have the same ranges there, 1 to 2 of both; here lost is 1 of both and the rest hibernates.
     * The ranges overlap, so they are asked in the order below, in which every name is reached and every cell has one.
     *
     * @return the names, in order
     */
    public static List<RfmName> eleven() {
        return List.of(
                name("champions", "Champions", 4, 5, 4, 5, "bought recently, buy often and spend the most"),
                name("cant-lose-them", "Can't lose them", 1, 1, 4, 5, "made large purchases, often, but long ago"),
                name("new-customers", "New customers", 4, 5, 1, 1, "bought recently, but not often"),
                name("promising", "Promising", 3, 4, 1, 1, "recent shoppers who have not spent much"),
                name("lost", "Lost", 1, 1, 1, 1, "lowest in recency, frequency and monetary value"),
                name("about-to-sleep", "About to sleep", 2, 3, 1, 2, "below average in recency, frequency and value"),
                name("need-attention", "Need attention", 2, 3, 2, 3, "average in recency, frequency and value"),
                name("hibernating", "Hibernating", 1, 2, 1, 2, "last purchase long ago, few orders, little spent"),
                name("at-risk", "At risk", 1, 2, 2, 5, "spent much and often, but long ago"),
                name("potential-loyalists", "Potential loyalists", 3, 5, 1, 3, "recent, bought more than once"),
                name("loyal-customers", "Loyal customers", 2, 5, 3, 5, "buy regularly and spend well"));
    }

    private static RfmName name(
            String id, String name, int recencyFrom, int recencyTo, int valueFrom, int valueTo, String description) {
        return new RfmName(
                Segment.of(id, name).describedAs(description),
                new RfmName.Range(recencyFrom, recencyTo),
                new RfmName.Range(valueFrom, valueTo));
    }
}
