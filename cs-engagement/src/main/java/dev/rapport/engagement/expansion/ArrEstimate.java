package dev.rapport.engagement.expansion;

/**
 * How what an expansion would bring a year is estimated.
 *
 * <pre>{@code
 * new ArrEstimate.MoreSeats(0.8).usedShare(); // at 96 % in use: a fifth more seats, a fifth more ARR
 * }</pre>
 *
 * <p><strong>Units.</strong> ARR on top, in the currency of the book. The shares are plain numbers: 0.8 for 80 %.
 *
 * <p><strong>Edges.</strong> Unknown where an input is: the share of seats in use, the products, the ARR. Never below zero.
 * That a seat more costs what one costs on average, and a product what comparable customers pay, is assumed: discounts for
 * quantity make the estimate too high.
 *
 * <p><strong>Reference.</strong> The parts of account potential: Zoltners, Sinha, Lorimer, Building a Winning Sales Force, 2009,
 * chapter 3. The shares are the policy's.
 */
public sealed interface ArrEstimate {

    /**
     * As many more seats that a share of them is in use, each at what the customer pays for one on average: {@code arr *
     * (used / share - 1)}.
     *
     * @param usedShare  the share of the seats that is in use afterwards, above 0 and at most 1
     */
    record MoreSeats(double usedShare) implements ArrEstimate {

        /**
         * Checks the share.
         *
         * @param usedShare  the share
         * @throws IllegalArgumentException if it is out of its range
         */
        public MoreSeats {
            if (!(usedShare > 0 && usedShare <= 1)) {
                throw new IllegalArgumentException("usedShare (" + usedShare + ") must be above 0 and at most 1.");
            }
        }
    }

    /**
     * The products that comparable customers have and this one has not, each at what those pay for it in the middle times
     * the share of them that has it.
     *
     * @param leastAdoption  the share of the comparable customers that must have a product, 0 to 1
     */
    record MissingProducts(double leastAdoption) implements ArrEstimate {

        /**
         * Checks the share.
         *
         * @param leastAdoption  the share
         * @throws IllegalArgumentException if it is out of its range
         */
        public MissingProducts {
            if (!(leastAdoption >= 0 && leastAdoption <= 1)) {
                throw new IllegalArgumentException("leastAdoption (" + leastAdoption + ") must be between 0 and 1.");
            }
        }
    }

    /**
     * A share of what the customer pays.
     *
     * @param share  the share of its recurring revenue, above 0
     */
    record ShareOfArr(double share) implements ArrEstimate {

        /**
         * Checks the share.
         *
         * @param share  the share
         * @throws IllegalArgumentException if it is out of its range
         */
        public ShareOfArr {
            if (!(share > 0 && Double.isFinite(share))) {
                throw new IllegalArgumentException("share (" + share + ") must be above 0.");
            }
        }
    }
}
