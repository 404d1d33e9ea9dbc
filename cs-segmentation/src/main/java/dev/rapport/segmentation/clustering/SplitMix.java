package dev.rapport.segmentation.clustering;

/**
 * The random numbers of this room: SplitMix64, stated so that a seed gives the same clusters on every machine and version.
 *
 * <p>Reference: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014,
 * doi:10.1145/2714064.2660195.
 */
final class SplitMix {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    SplitMix(long seed) {
        this.state = seed;
    }

    /** A generator for a numbered part of the work, the same whatever the other parts have drawn. */
    static SplitMix of(long seed, int part) {
        SplitMix mixer = new SplitMix(seed ^ (part * 0x2545f4914f6cdd1dL));
        return new SplitMix(mixer.next());
    }

    long next() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to below 1. */
    double nextDouble() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** A whole number from 0 to below the bound. */
    int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** Some of the numbers from 0 to below the size, each at most once, rising. */
    int[] sample(int size, int count) {
        int[] chosen = new int[count];
        int taken = 0;
        for (int i = 0; i < size && taken < count; i++) {
            if (nextDouble() * (size - i) < count - taken) {
                chosen[taken++] = i;
            }
        }
        return chosen;
    }
}
