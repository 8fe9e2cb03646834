// The entropy of a softmax; the gradient of the logits.
#pragma once

#include "../common.hpp"

struct EntropyLoss
{
    template <int C>
    static float row(const float* __restrict x, const float*, const float*, int32_t, float* __restrict gx, float*, float*, float scale)
    {
        float maximum = x[0], sum = 0, product = 0;
        for (int c = 1; c < C; c++) maximum = greater(maximum, x[c]);
        for (int c = 0; c < C; c++)
        {
            float difference = x[c] - maximum, exponential = std::exp(difference);
            gx[c] = exponential;
            sum += exponential;
            product += exponential * difference;
        }

        float log_sum = std::log(sum), entropy = log_sum - product / sum, factor = scale / sum;
        for (int c = 0; c < C; c++) gx[c] *= factor * (log_sum - entropy - (x[c] - maximum));
        return entropy;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float*, const float*, const int32_t*, float* __restrict gx, float*, float*, float scale)
    {
        static float maximum[S], sum[S], product[S];
        float value = 0;
        for (int b = 0; b < S; b++)
        {
            maximum[b] = x[b];
            sum[b] = product[b] = 0;
        }

        for (int c = 1; c < C; c++)
            for (int b = 0; b < S; b++) maximum[b] = greater(maximum[b], x[c * S + b]);
        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float difference = x[c * S + b] - maximum[b], exponential = std::exp(difference);
                gx[c * S + b] = exponential;
                sum[b] += exponential;
                product[b] += exponential * difference;
            }

        // From here on, the offset and the factor of the gradient.
        for (int b = 0; b < S; b++)
        {
            float log_sum = std::log(sum[b]), entropy = log_sum - product[b] / sum[b];
            value += entropy;
            maximum[b] += log_sum - entropy;
            sum[b] = scale / sum[b];
        }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++) gx[c * S + b] *= sum[b] * (maximum[b] - x[c * S + b]);
        return value;
    }
};
