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
        for (int start = from; start < to; start += Block.SIZE) {
            int count = fill(block, start, to);
            for (int i = 0; i < candidates.length; i++) {
                block.from(points.values(), candidates[i] * points.columns(), distances, 0);
                double sum = sums[i];
                for (int row = 0; row < count; row++) {
                    sum += Math.min(nearest[start + row], distances[row]);
                }
                sums[i] = sum;
            }
        }
    }

    @Override
    public double approach(int from, int to, double[] nearest, int centre) {
        Block block = new Block(points);
        double[] distances = new double[Block.SIZE];
        double sum = 0;
        for (int start = from; start < to; start += Block.SIZE) {
            int count = fill(block, start, to);
            block.from(points.values(), centre * points.columns(), distances, 0);
            for (int row = 0; row < count; row++) {
                nearest[start + row] = Math.min(nearest[start + row], distances[row]);
                sum += nearest[start + row];
            }
        }
        return sum;
    }

    private static int fill(Block block, int from, int to) {
        block.clear();
        for (int row = from; row < to && !block.isFull(); row++) {
            block.add(row);
        }
        return block.count();
    }
}
