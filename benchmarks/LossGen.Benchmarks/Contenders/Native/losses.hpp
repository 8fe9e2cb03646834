// The losses in plain loops that g++ -Ofast turns into vector code, exponentials and logarithms included. The number of classes, the
// distance from one class to the next, the pass and the weights are constants, as they are where LossGen compiles a declaration.
#include <algorithm>
#include <cmath>
#include <cstdint>

enum class Pass { Forward, Backward, ForwardBackward };
enum class Weighting { None, PerClass, PerDataPoint, PerPrediction };
enum class Normalize { Local, Global, None };

constexpr bool has_value(Pass pass) { return pass != Pass::Backward; }
constexpr bool has_gradient(Pass pass) { return pass != Pass::Forward; }

// Locations that are computed together, so that lanes run over neighbours.
constexpr int Block = 128;

// As few classes as this are transposed first, as a row would hardly fill a vector, unless there are only as few locations as that;
// and so are locations as close together as this.
constexpr int FewClasses = 31;
constexpr int FewLocations = 6;
constexpr int ShortStride = 16;

// By value: std::max returns a reference, for which loops are not vectorised.
template <class T> T greater(T x, T y) { return x > y ? x : y; }

template <class T, int C, int S, Weighting W, Normalize N>
struct Weights
{
    const T* weights;

    T at(int64_t location, int label) const
    {
        int64_t sample = location / S, inner = location % S;
        const T* own = weights + sample * C * S + inner;
        if constexpr (W == Weighting::None) return 1;
        else if constexpr (W == Weighting::PerClass) return weights[label];
        else if constexpr (W == Weighting::PerDataPoint) return weights[label * S + inner];
        else if constexpr (N == Normalize::Local) return own[label * S] * scale(own, C, S);
        else return own[label * S];
    }

    // One location a lane where they are neighbours.
    void at_block(int64_t location, const int32_t* labels, int count, T* result) const
    {
        if constexpr (W == Weighting::PerPrediction && N == Normalize::Local && S >= ShortStride)
        {
            const T* own = weights + location / S * C * S + location % S;
            T sum[Block] = {};
            for (int c = 0; c < C; c++)
                for (int b = 0; b < count; b++) sum[b] += own[c * S + b];
            for (int b = 0; b < count; b++) result[b] = own[labels[b] * S + b] * C / sum[b];
        }
        else
        {
            for (int b = 0; b < count; b++) result[b] = at(location + b, labels[b]);
        }

        if constexpr (W == Weighting::PerPrediction && N == Normalize::Global)
        {
            if constexpr (S == 1)
                for (int b = 0; b < count; b++) result[b] *= of_sample(location + b);
            else
                for (int b = 0; b < count; b++) result[b] *= scale_of_sample;
        }
    }

    // Called where a sample of many locations begins.
    void begin_sample(int64_t sample)
    {
        if constexpr (W == Weighting::PerPrediction && N == Normalize::Global && S > 1) scale_of_sample = of_sample(sample);
    }

private:
    T scale_of_sample = 1;

    T of_sample(int64_t sample) const { return scale(weights + sample * C * S, C * S, 1); }

    static T scale(const T* weights, int count, int stride)
    {
        T sum = 0;
        for (int i = 0; i < count; i++) sum += weights[i * stride];
        return count / sum;
    }

public:
    explicit Weights(const T* weights) : weights(weights) {}
};

template <class T, int C, Pass P>
T softmax_row(const T* __restrict x, T* __restrict g, int label, T weight, T scale)
{
    T maximum = x[0];
    for (int c = 1; c < C; c++) maximum = greater(maximum, x[c]);
    T sum = 0;
    for (int c = 0; c < C; c++)
    {
        T exponential = std::exp(x[c] - maximum);
        if constexpr (has_gradient(P)) g[c] = exponential;
        sum += exponential;
    }

    if constexpr (has_gradient(P))
    {
        T factor = scale * weight / sum;
        for (int c = 0; c < C; c++) g[c] *= factor;
        g[label] -= scale * weight;
    }

    return has_value(P) ? weight * (std::log(sum) + maximum - x[label]) : 0;
}

template <class T, int C, Pass P>
T softmax_block(const T* __restrict x, T* __restrict g, int stride, const int32_t* __restrict labels, const T* __restrict weights, int count, T scale)
{
    T maximum[Block], sum[Block] = {}, value = 0;
    for (int b = 0; b < count; b++) maximum[b] = x[b];
    for (int c = 1; c < C; c++)
        for (int b = 0; b < count; b++) maximum[b] = greater(maximum[b], x[c * stride + b]);
    for (int c = 0; c < C; c++)
        for (int b = 0; b < count; b++)
        {
            T exponential = std::exp(x[c * stride + b] - maximum[b]);
            if constexpr (has_gradient(P)) g[c * stride + b] = exponential;
            sum[b] += exponential;
        }

    if constexpr (has_value(P))
        for (int b = 0; b < count; b++) value += weights[b] * (std::log(sum[b]) + maximum[b] - x[labels[b] * stride + b]);
    if constexpr (has_gradient(P))
    {
        T factor[Block];
        for (int b = 0; b < count; b++) factor[b] = scale * weights[b] / sum[b];
        for (int c = 0; c < C; c++)
            for (int b = 0; b < count; b++) g[c * stride + b] *= factor[b];
        for (int b = 0; b < count; b++) g[labels[b] * stride + b] -= scale * weights[b];
    }

    return value;
}

template <class T, int C, int S>
void gather(const T* __restrict x, T* __restrict block, int64_t location, int count)
{
    for (int b = 0; b < count; b++)
    {
        const T* from = x + (location + b) / S * C * S + (location + b) % S;
        for (int c = 0; c < C; c++) block[c * Block + b] = from[c * S];
    }
}

template <class T, int C, int S>
void scatter(T* __restrict x, const T* __restrict block, int64_t location, int count)
{
    for (int b = 0; b < count; b++)
    {
        T* to = x + (location + b) / S * C * S + (location + b) % S;
        for (int c = 0; c < C; c++) to[c * S] = block[c * Block + b];
    }
}

template <class T, int C, int S, Pass P, Weighting W, Normalize N>
double softmax(const T* x, const int32_t* labels, const T*, const T* w, T* g, int64_t elements)
{
    int64_t locations = elements / C;
    T scale = T(1) / locations;
    double value = 0;
    Weights<T, C, S, W, N> weights(w);
    T weight[Block];
    if (S == 1 && (C > FewClasses || locations <= FewLocations))
    {
        for (int64_t start = 0; start < locations; start += Block)
        {
            int count = std::min<int64_t>(Block, locations - start);
            weights.at_block(start, labels + start, count, weight);
            for (int b = 0; b < count; b++)
            {
                int64_t row = (start + b) * C;
                value += softmax_row<T, C, P>(x + row, g + (has_gradient(P) ? row : 0), labels[start + b], weight[b], scale);
            }
        }
    }
    else if constexpr (S < ShortStride && C <= FewClasses)
    {
        static_assert(W == Weighting::None || S == 1, "a block may be of more than one sample");
        T input[C * Block], output[C * Block];
        for (int64_t start = 0; start < locations; start += Block)
        {
            int count = std::min<int64_t>(Block, locations - start);
            weights.at_block(start, labels + start, count, weight);
            gather<T, C, S>(x, input, start, count);
            value += softmax_block<T, C, P>(input, output, Block, labels + start, weight, count, scale);
            if constexpr (has_gradient(P)) scatter<T, C, S>(g, output, start, count);
        }
    }
    else if constexpr (S >= ShortStride)
    {
        for (int64_t sample = 0; sample * S < locations; sample++)
        {
            weights.begin_sample(sample);
            for (int inner = 0; inner < S; inner += Block)
            {
                int count = std::min(Block, S - inner);
                int64_t location = sample * S + inner, at = sample * C * S + inner;
                weights.at_block(location, labels + location, count, weight);
                value += softmax_block<T, C, P>(x + at, g + (has_gradient(P) ? at : 0), S, labels + location, weight, count, scale);
            }
        }
    }

    return value / locations;
}

template <class T, int C, Pass P>
T soft_labels_row(const T* __restrict x, const T* __restrict y, T* __restrict g, T scale)
{
    T maximum = x[0], sum = 0, total = 0, product = 0;
    for (int c = 1; c < C; c++) maximum = greater(maximum, x[c]);
    for (int c = 0; c < C; c++)
    {
        T difference = x[c] - maximum, exponential = std::exp(difference);
        if constexpr (has_gradient(P)) g[c] = exponential;
        sum += exponential;
        total += y[c];
        product += y[c] * difference;
    }

    if constexpr (has_gradient(P))
        for (int c = 0; c < C; c++) g[c] = scale * (g[c] * (total / sum) - y[c]);
    return has_value(P) ? total * std::log(sum) - product : 0;
}

template <class T, int C, Pass P>
T soft_labels_block(const T* __restrict x, const T* __restrict y, T* __restrict g, int count, T scale)
{
    T maximum[Block], sum[Block] = {}, total[Block] = {}, product[Block] = {}, value = 0;
    for (int b = 0; b < count; b++) maximum[b] = x[b];
    for (int c = 1; c < C; c++)
        for (int b = 0; b < count; b++) maximum[b] = greater(maximum[b], x[c * Block + b]);
    for (int c = 0; c < C; c++)
        for (int b = 0; b < count; b++)
        {
            T difference = x[c * Block + b] - maximum[b], exponential = std::exp(difference);
            if constexpr (has_gradient(P)) g[c * Block + b] = exponential;
            sum[b] += exponential;
            total[b] += y[c * Block + b];
            product[b] += y[c * Block + b] * difference;
        }

    if constexpr (has_value(P))
        for (int b = 0; b < count; b++) value += total[b] * std::log(sum[b]) - product[b];
    if constexpr (has_gradient(P))
        for (int c = 0; c < C; c++)
            for (int b = 0; b < count; b++) g[c * Block + b] = scale * (g[c * Block + b] * (total[b] / sum[b]) - y[c * Block + b]);
    return value;
}

template <class T, int C, Pass P>
double soft_labels(const T* x, const int32_t*, const T* y, const T*, T* g, int64_t elements)
{
    int64_t locations = elements / C;
    T scale = T(1) / locations;
    double value = 0;
    if constexpr (C > FewClasses)
    {
        for (int64_t at = 0; at < elements; at += C) value += soft_labels_row<T, C, P>(x + at, y + at, g + (has_gradient(P) ? at : 0), scale);
    }
    else
    {
        T input[C * Block], target[C * Block], output[C * Block];
        for (int64_t start = 0; start < locations; start += Block)
        {
            int count = std::min<int64_t>(Block, locations - start);
            gather<T, C, 1>(x, input, start, count);
            gather<T, C, 1>(y, target, start, count);
            value += soft_labels_block<T, C, P>(input, target, output, count, scale);
            if constexpr (has_gradient(P)) scatter<T, C, 1>(g, output, start, count);
        }
    }

    return value / locations;
}

template <class T, int C, Pass P>
double multinomial(const T* __restrict x, const int32_t* __restrict labels, const T*, const T*, T* __restrict g, int64_t elements)
{
    int64_t locations = elements / C;
    T scale = T(1) / locations;
    double value = 0;
    if constexpr (has_gradient(P)) std::fill(g, g + elements, T(0));
    for (int64_t start = 0; start < locations; start += Block)
    {
        int count = std::min<int64_t>(Block, locations - start);
        T probability[Block], sum = 0;
        for (int b = 0; b < count; b++) probability[b] = x[(start + b) * C + labels[start + b]];
        if constexpr (has_value(P))
            for (int b = 0; b < count; b++) sum -= std::log(probability[b]);
        if constexpr (has_gradient(P))
            for (int b = 0; b < count; b++) g[(start + b) * C + labels[start + b]] = -scale / probability[b];
        value += sum;
    }

    return value / locations;
}

struct Square
{
    template <class T> static T value(T x, T y) { return T(0.5) * (x - y) * (x - y); }
    template <class T> static T derivative(T x, T y) { return x - y; }
};

struct Hinge
{
    template <class T> static T value(T x, T y) { return greater(T(1) - x * y, T(0)); }
    template <class T> static T derivative(T x, T y) { return x * y < T(1) ? -y : T(0); }
};

struct BinaryCrossEntropy
{
    template <class T> static T value(T x, T y) { return -(y * std::log(x) + (1 - y) * std::log(1 - x)); }
    template <class T> static T derivative(T x, T y) { return (x - y) / (x * (1 - x)); }
};

struct GaussianKL
{
    template <class T> static T value(T x, T y) { return T(0.5) * (x * x + y * y - 1) - std::log(y); }
    template <class T> static T derivative(T x, T) { return x; }
};

template <class Formula, class T, int DataPoint, Pass P>
double elementwise(const T* __restrict x, const int32_t*, const T* __restrict y, const T*, T* __restrict g, int64_t elements)
{
    // So that a sum of floats does not grow until it loses its terms.
    constexpr int64_t Part = 4096;
    int64_t samples = elements / DataPoint;
    T scale = T(1) / samples;
    double value = 0;
    for (int64_t start = 0; start < elements; start += Part)
    {
        int64_t end = std::min(start + Part, elements);
        T sum = 0;
        for (int64_t i = start; i < end; i++)
        {
            if constexpr (has_value(P)) sum += Formula::value(x[i], y[i]);
            if constexpr (has_gradient(P)) g[i] = scale * Formula::derivative(x[i], y[i]);
        }

        value += sum;
    }

    return value / samples;
}
