// Cross-entropy of scaled cosines, from which the label's has a margin subtracted first; the gradient of the cosines.
#pragma once

#include "../common.hpp"

struct AdditiveMarginSoftmaxLoss
{
    static constexpr float Scale = 30, Margin = 0.35f;

    template <int C>
    static float row(const float* __restrict x, const float*, const float*, int32_t label, float* __restrict gx, float*, float*, float scale)
    {
        for (int c = 0; c < C; c++) gx[c] = Scale * x[c];
        gx[label] -= Scale * Margin;
        float at_label = gx[label], maximum = gx[0], sum = 0;
        for (int c = 1; c < C; c++) maximum = greater(maximum, gx[c]);
        for (int c = 0; c < C; c++)
        {
            gx[c] = std::exp(gx[c] - maximum);
            sum += gx[c];
        }

        float factor = Scale * scale / sum;
        for (int c = 0; c < C; c++) gx[c] *= factor;
        gx[label] -= Scale * scale;
        return std::log(sum) + maximum - at_label;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float*, const float*, const int32_t* __restrict labels, float* __restrict gx, float*, float*, float scale)
    {
        static float at_label[S], maximum[S], sum[S];
        float value = 0;
        for (int i = 0; i < C * S; i++) gx[i] = Scale * x[i];
        for (int b = 0; b < S; b++)
        {
            at_label[b] = gx[labels[b] * S + b] -= Scale * Margin;
            maximum[b] = gx[b];
            sum[b] = 0;
        }

        for (int c = 1; c < C; c++)
            for (int b = 0; b < S; b++) maximum[b] = greater(maximum[b], gx[c * S + b]);
        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float exponential = std::exp(gx[c * S + b] - maximum[b]);
                gx[c * S + b] = exponential;
                sum[b] += exponential;
            }

        // From here on, the factor of the gradient.
        for (int b = 0; b < S; b++)
        {
            value += std::log(sum[b]) + maximum[b] - at_label[b];
            sum[b] = Scale * scale / sum[b];
        }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++) gx[c * S + b] *= sum[b];
        for (int b = 0; b < S; b++) gx[labels[b] * S + b] -= Scale * scale;
        return value;
    }
};
