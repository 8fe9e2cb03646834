// The weight of a location at its label.
#pragma once

#include "common.hpp"

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

    // One location per lane if they are neighbours.
    void at_neighbours(int64_t location, const int32_t* labels, int count, T* __restrict result) const
    {
        if constexpr (W == Weighting::PerPrediction && N == Normalize::Local && S >= ShortStride)
        {
            const T* own = weights + location / S * C * S + location % S;
            for (int b = 0; b < count; b++) result[b] = 0;
            for (int c = 0; c < C; c++)
                for (int b = 0; b < count; b++) result[b] += own[c * S + b];
            for (int b = 0; b < count; b++) result[b] = own[labels[b] * S + b] * C / result[b];
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

    // Called at the beginning of a sample of many locations.
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
