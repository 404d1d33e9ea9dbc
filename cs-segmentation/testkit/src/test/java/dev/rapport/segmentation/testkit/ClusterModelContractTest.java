package dev.rapport.segmentation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.clustering.ClusterData;
import dev.rapport.segmentation.clustering.Clustering;
import dev.rapport.segmentation.clustering.KMeans;
import dev.rapport.segmentation.clustering.KMedoids;
import dev.rapport.segmentation.clustering.KPrototypes;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Fitted models keep the contract, and assign those they were fitted on as the fit did. */
class ClusterModelContractTest {

    private static final AttributeKey<Money> EUROS = AttributeKey.money("arr-eur");
    private static final Book BOOK = inEuros();

    /** The amounts that are in the book's currency, so that they can be compared. */
    private static Book inEuros() {
        Book book = Accounts.book();
        Map<String, Money> values = new HashMap<>();
        book.customers()
                .forEach(customer -> customer.find(Accounts.ARR)
                        .filter(arr -> arr.getCurrencyUnit().equals(CurrencyUnit.EUR))
                        .ifPresent(arr -> values.put(customer.customerId(), arr)));
        Book with = book.with(EUROS, "test", values);
        return with.only(customer -> customer.find(EUROS).isPresent()
                || customer.find(Accounts.SEATS).isPresent()
                || customer.find(Accounts.COUNTRY).isPresent());
    }

    private static void assertAssignsAsTheFit(Clustering clustering, Book book) {
        SegmentationStrategy model = clustering.model();
        clustering
                .segmentByCustomer()
                .forEach((id, segment) -> assertThat(model.assign(book.find(id).orElseThrow())
                                .value()
                                .map(Segment::id))
                        .contains(segment));
    }

    @Nested
    class OfKMedoids extends SegmentationStrategyContract {

        private static final Clustering CLUSTERING =
                KMedoids.of(4).fit(ClusterData.of(BOOK, List.of(EUROS, Accounts.SEATS, Accounts.COUNTRY)));

        @Override
        protected SegmentationStrategy strategy() {
            return CLUSTERING.model();
        }

        @Override
        protected Book book() {
            return BOOK;
        }

        @Test
        void model_assignsAsTheFitDid() {
            assertAssignsAsTheFit(CLUSTERING, BOOK);
        }
    }

    @Nested
    class OfKPrototypes extends SegmentationStrategyContract {

        private static final Clustering CLUSTERING = KPrototypes.of(4)
                .standardised()
                .fit(ClusterData.of(BOOK, List.of(EUROS, Accounts.SEATS, Accounts.COUNTRY)));

        @Override
        protected SegmentationStrategy strategy() {
            return CLUSTERING.model();
        }

        @Override
        protected Book book() {
            return BOOK;
        }

        @Test
        void model_assignsAsTheFitDid() {
            assertAssignsAsTheFit(CLUSTERING, BOOK);
        }
    }

    @Nested
    class OfKMeans extends SegmentationStrategyContract {

        private static final Clustering CLUSTERING = KMeans.of(4)
                .standardised()
                .fit(ClusterData.of(
                                BOOK.only(customer -> customer.find(EUROS).isPresent()), List.of(EUROS, Accounts.SEATS))
                        .complete());

        @Override
        protected SegmentationStrategy strategy() {
            return CLUSTERING.model();
        }

        @Override
        protected Book book() {
            return BOOK;
        }

        @Test
        void model_assignsAsTheFitDid() {
            assertAssignsAsTheFit(CLUSTERING, BOOK);
        }
    }
}
