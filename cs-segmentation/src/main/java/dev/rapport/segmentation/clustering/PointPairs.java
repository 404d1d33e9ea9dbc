package dev.rapport.segmentation.clustering;

/** Squared distances between points, a block of them at a time. */
final class PointPairs implements Seeding.Pairs {

    private final Points points;

    PointPairs(Points points) {
        this.points = points;
    }

    @Override
    public double between(int row, int centre) {
        return points.squaredDistance(row, points.values(), centre);
    }

    @Override
    public void addUp(int from, int to, double[] nearest, int[] candidates, double[] sums) {
        Block block = new Block(points);
        double[] distances = new double[Block.SIZE];
        double[] before = new double[Block.SIZE];
        for (int start = from; start < to; start += Block.SIZE) {
            block.fill(start, to);
            System.arraycopy(nearest, start, before, 0, block.count());
            for (int i = 0; i < candidates.length; i++) {
                block.from(points.values(), candidates[i] * points.columns(), distances);
                sums[i] += nearer(before, distances, block.count());
            }
        }
    }

    @Override
    public double approach(int from, int to, double[] nearest, int centre) {
        Block block = new Block(points);
        double[] distances = new double[Block.SIZE];
        double[] before = new double[Block.SIZE];
        double sum = 0;
        for (int start = from; start < to; start += Block.SIZE) {
            block.fill(start, to);
            System.arraycopy(nearest, start, before, 0, block.count());
            block.from(points.values(), centre * points.columns(), distances);
            sum += nearer(before, distances, block.count());
            System.arraycopy(distances, 0, nearest, start, block.count());
        }
        return sum;
    }

    /** Leaves the lesser of both in the distances and adds them up, in four sums so that none waits for the other. */
    private static double nearer(double[] before, double[] distances, int count) {
        for (int i = 0; i < Block.SIZE; i++) {
            distances[i] = Math.min(before[i], distances[i]);
        }
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            a += distances[i];
            b += distances[i + 1];
            c += distances[i + 2];
            d += distances[i + 3];
        }
        for (; i < count; i++) {
            a += distances[i];
        }
        return a + b + (c + d);
    }
}
